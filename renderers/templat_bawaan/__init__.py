"""The Word templates, and what builds them."""
