/** PT1H2M3.45S: ISO 8601 with two decimals at most. */
export function duration(seconds) {
  const hundredths = Math.round(seconds * 100);
  const hours = Math.floor(hundredths / 360000);
  const minutes = Math.floor(hundredths / 6000) % 60;
  return `PT${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${(hundredths % 6000) / 100}S`;
}
