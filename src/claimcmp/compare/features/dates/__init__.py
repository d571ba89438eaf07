"""When a claim says that something happens: stretches of days, hours, plans, and whether two tell one event."""
