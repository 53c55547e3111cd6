import { mock } from 'node:test';
import t from 'tap';
import { countedBy, RequestCounts } from '../../src/api/request-counts.ts';

t.test('a flood of others never forgives who has asked too often, and is itself counted', (t) => {
  mock.timers.enable({ apis: ['Date'], now: 0 });
  t.teardown(() => mock.timers.reset());
  const counts = new RequestCounts(undefined, 3);
  const counted = (subject: string | null, address = ''): number => {
    let answer = -1;
    counts.incr(countedBy(subject, address), (_error, { current }) => {
      answer = current;
    });
    return answer;
  };
  t.strictSame([counted(null, '192.0.2.1'), counted(null, '192.0.2.1')], [1, 2]);
  t.equal(counted('192.0.2.1'), 1, 'a subject that is called like an address is none');
  const flood = Array.from({ length: 100 }, (_, n) => counted(null, `198.51.100.${n}`));
  t.strictSame(flood, [1, 1, ...Array.from({ length: 98 }, (_, n) => n + 1)], 'beyond three they share one count');
  t.equal(counted(null, '192.0.2.1'), 3, 'who was there before is still counted');
  t.strictSame([counted('u1'), counted('u2')], [1, 1], 'no address takes a subject’s place');
  t.strictSame([counted(null, '2001:db8::1'), counted(null, '::ffff:192.0.2.1')], [99, 4]);
  mock.timers.tick(60_000);
  t.strictSame([counted(null, '2001:db8::1'), counted(null, '2001:db8::ffff:2')], [1, 2], 'one network of IPv6 is one');
  t.equal(counted(null, '192.0.2.1'), 1, 'a minute later all is forgotten');
  t.end();
});
