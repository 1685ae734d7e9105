"""What finds defects by trying: seeded, so that each can be had again."""
