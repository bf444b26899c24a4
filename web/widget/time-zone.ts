interface WithTemporal {
  readonly Temporal?: { readonly Now: { timeZoneId(): string } };
}

/** The time zone of the browser by its IANA name. */
export function timeZone(): string {
  // The first use of Intl in a page that has none costs a long task on a slow machine; Temporal costs nothing.
  return (
    (self as WithTemporal).Temporal?.Now.timeZoneId() || Intl.DateTimeFormat().resolvedOptions().timeZone
  );
}
