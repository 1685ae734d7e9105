"""Related headlines: near-duplicates folded into one, its wording reconstructed."""
