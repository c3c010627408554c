"""From the relations that checks yield to findings: evaluated, told apart, reviewed and put into words."""
