import type { Readable } from 'node:stream';
import type { ApiContext } from './context.ts';
import type { Making } from './document/making.ts';
import type { Soon } from './soon.ts';

/** A file as it is sent. */
export interface DownloadedFile {
  /** As it is saved: names nobody, as it stands in folders of others. */
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer | string | Readable;
}

/** What is asked of an address: its id, and what stands behind the question mark. */
export interface DownloadAsked {
  readonly id: string;
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * One kind of file, at `/documents/<kind>/<id>`: with a bearer token, and the rights of who asks.
 * The file is null where there is none, or the viewer may not have it: both are NOT_FOUND.
 */
export type Download = {
  /** In the address, in lower case. */
  readonly kind: string;
} & (
  | {
      /** A file that is at hand. */
      readonly find: (asked: DownloadAsked, context: ApiContext) => Soon<DownloadedFile | null>;
    }
  | {
      /** A file that is made of much. */
      readonly make: (asked: DownloadAsked, making: Making) => Promise<DownloadedFile | null>;
    }
);

/** Where all of them lie, as fastify takes it. */
export const DOWNLOADS = '/documents/:kind/:id';

/** The address of a file, as the API answers it. `query`: what is null is left out; ids alone. */
export const downloadUrl = (
  { publicUrl }: { readonly publicUrl: string },
  kind: string,
  id: string,
  query: Readonly<Record<string, string | null>> = {},
): string => {
  const url = new URL(`/documents/${kind}/${id}`, publicUrl);
  for (const [key, value] of Object.entries(query)) if (value !== null) url.searchParams.set(key, value);
  return url.href;
};
