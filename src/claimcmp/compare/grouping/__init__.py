"""From judged pairs to groups: claims on one matter with its name, what they come to, and the spread of figures."""
