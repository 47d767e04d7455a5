"""One whole process for each way to make the report: `engine FOLDER OUT`."""
