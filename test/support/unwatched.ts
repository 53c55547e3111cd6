/** What process-on-spawn keeps: it puts itself before all that starts processes. */
type Watch = { readonly unwrap: () => void } | undefined;

// tap looks into each process that a test starts, and into the source maps of all that is loaded,
// for coverage and `--changed`: up to half a second of each process. Neither is asked for here.
(globalThis as { [key: symbol]: Watch })[Symbol.for('process-on-spawn@*:singletonId')]?.unwrap();
process.setSourceMapsEnabled(false);
