"""What `interpret` uses: the ways in which people ask, brought to what is asked and about whom."""
