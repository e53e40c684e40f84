/** The forms that a report can take, the default first. */
export const formats = ['stylish', 'json'] as const;

export type Format = (typeof formats)[number];
