import type { LoaderFunctionArgs } from '@remix-run/node';

const statuses = new Set([400, 403, 405, 413, 415]);

/** The server sends a request here that it refused before any route; the root renders the page of its status. */
export function loader({ params }: LoaderFunctionArgs) {
  const status = Number(params.status);
  throw new Response(null, { status: statuses.has(status) ? status : 404 });
}

export default function Refused() {
  return null;
}
