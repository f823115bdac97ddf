"""What is published of a run: pages, bulletin and ledger show the same picture."""
