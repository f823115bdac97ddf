"""What an organization states for one period."""
