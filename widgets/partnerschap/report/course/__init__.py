"""The pages of the course as data: what slides, the workbook and letters are made from."""
