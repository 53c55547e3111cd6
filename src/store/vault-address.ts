const OPTIONS = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'options', 'application_name'];

/**
 * What `VAULT_URL` has to be; repeats nothing of what it is, as a wrong one may have a password
 * anywhere.
 */
export const VAULT_ADDRESS_SHAPE = [
  'postgres://user:password@host:5432/database?sslmode=verify-full (or disable),',
  `with what has a meaning in an address percent-encoded; further options: ${OPTIONS.slice(1).join(', ')}`,
].join(' ');

/**
 * Some options of the client would undo what is checked here (another host, no check of the
 * certificate), so only those named are let through, each once.
 */
export const isVaultAddress = (url: string): boolean => {
  if (!/^postgres(ql)?:\/\/\S+$/.test(url) || !URL.canParse(url)) return false;
  const { hostname, username, password, hash, searchParams } = new URL(url);
  const names = [...searchParams.keys()];
  return (
    hostname !== '' &&
    username !== '' &&
    hash === '' &&
    isEscaped(username) &&
    isEscaped(password) &&
    new Set(names).size === names.length &&
    names.every((name) => OPTIONS.includes(name)) &&
    [null, 'verify-full', 'disable'].includes(searchParams.get('sslmode'))
  );
};

/** Whether the server has to prove who it is. For an address that `isVaultAddress`. */
export const isVerified = (url: string): boolean => new URL(url).searchParams.get('sslmode') === 'verify-full';

const isEscaped = (text: string): boolean => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};
