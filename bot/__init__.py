"""factbot: answers questions from a fact base in Korean and English, and names the source."""
