/**
 * `LIMIT ?`, of a statement that is prepared once and run often: by a parameter alone SQLite plans,
 * and so would prepare the statement anew at each run, which takes longer than to read a page.
 */
export const limitedTo = (parameter = '?'): string => `LIMIT ${parameter} + 0`;
