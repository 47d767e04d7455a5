"""What is true once a recipe of docs/mengembangkan.md has been applied: run in a copy, not in the project itself."""
