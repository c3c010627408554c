"""What dates, clock times and lengths of time say of one another."""
