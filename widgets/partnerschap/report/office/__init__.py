"""Files for office programs: Excel, Word, calendar, CSV and JSON."""
