import t, { type Test } from 'tap';

/** What process-on-spawn keeps: it puts itself before all that starts processes. */
type Watch = { readonly unwrap: () => void } | undefined;

// tap looks into each process that a test starts, and into the source maps of all that is loaded,
// for coverage and `--changed`: up to half a second of each process. Neither is asked for here.
(globalThis as { [key: symbol]: Watch })[Symbol.for('process-on-spawn@*:singletonId')]?.unwrap();
process.setSourceMapsEnabled(false);

/**
 * tap follows every promise of a process, to say in which test something was thrown that nobody
 * waited for: an eighth of the time. Without it such a throw ends the process, and so fails too.
 */
const stopFollowing = (test: Test): void => {
  test.hookDomain.destroy();
  test.on('subtestAdd', (each) => stopFollowing(each as Test));
};

// Once it writes, it has a domain for what is thrown outside of all tests.
t.pipe(process.stdout);
t.hook.onDestroy?.();
stopFollowing(t);
