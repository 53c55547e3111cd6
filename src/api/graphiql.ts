import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What stands in the editor at first. Tokens go into the tab Headers. */
const OPTIONS = {
  title: 'Partner visit network',
  defaultQuery: `# A token (npm run --silent token -- <subject>) goes into the tab Headers:
# { "authorization": "Bearer <token>" }
{
  viewer {
    subject
    role
  }
}
`,
};

interface Page {
  readonly html: string;
  /** The page's own script and styles, its workers, this server; nothing of any other host. */
  readonly policy: string;
}

/**
 * GraphiQL, in one page that holds all it needs. The package, 9 MB of text, is for development and
 * loaded where the page is first asked for.
 */
const renderedPage = async (): Promise<Page> => {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL(OPTIONS);
  const script = html.slice(html.indexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
  return {
    html,
    policy: [
      "default-src 'none'",
      `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
      'worker-src blob:',
      // Its editor writes styles as it goes.
      "style-src 'unsafe-inline'",
      'font-src data:',
      "img-src 'self' data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  };
};

let page: Promise<Page> | undefined;

/** Whether a browser asks for a page, and no client for an answer. */
export const asksForPage = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && (headers.accept?.includes('text/html') ?? false);

/** Answers GraphiQL: for development alone. */
export const answerGraphiql = async (reply: FastifyReply): Promise<FastifyReply> => {
  page ??= renderedPage();
  const { html, policy } = await page;
  return reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }).send(html);
};
