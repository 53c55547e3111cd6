/**
 * SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN (of a journal, where nothing can be made any more).
 */
const SQLITE_CODES: readonly number[] = [10, 13, 14];
const SYSTEM_CODES: readonly string[] = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS'];

/**
 * Whether an error says that the disk is full or cannot be written: nothing is wrong with what was
 * to be written, and it can be tried again once there is room.
 */
export const cannotWrite = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && typeof error.errcode === 'number') return SQLITE_CODES.includes(error.errcode & 0xff);
  return 'code' in error && typeof error.code === 'string' && SYSTEM_CODES.includes(error.code);
};
