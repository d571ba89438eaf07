"""Which claims count as one voice: copies, repetitions and quotations; and where one source contradicts itself."""
