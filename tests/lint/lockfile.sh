# The lock file of npm packages says what they are, not where somebody got them.
grep -n '"resolved"' tests/browser/package-lock.json
true
