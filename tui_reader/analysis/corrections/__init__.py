"""What the reader says of an article, its quotes and its figures, laid over what the analysis found."""
