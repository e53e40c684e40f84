/**
 * A duration as a person writes it in source: minutes as a product that can be read back for millisecond options
 * (`30 * 60 * 1000`), as one number for second options (`1800`).
 */
export function toDurationCode(minutes: number, unit: 'ms' | 's'): string {
  if (unit === 's') return String(minutes * 60);
  if (minutes > 1440 && minutes % 1440 === 0) return `${minutes / 1440} * 24 * 60 * 60 * 1000`;
  return minutes % 60 === 0 ? `${minutes / 60} * 60 * 60 * 1000` : `${minutes} * 60 * 1000`;
}
