"""What each part of a page is, and whether it belongs to the article."""
