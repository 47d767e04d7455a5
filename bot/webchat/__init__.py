"""The try-out channel: a local web page with a phone for each of the team and the group beside it."""
