"""What `hear` uses: courtesy is taken off, wrong layouts are undone, slips mended."""
