import type { APIRoute } from 'astro';

/** Lets browsers search this site from their address bar. */
export const GET: APIRoute = ({ site }) => {
  const results = new URL('/search/', site).href;
  const icon = new URL('/favicon.svg', site).href;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>2FAA</ShortName>
  <Description>Guides and questions about two-factor authentication</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image type="image/svg+xml">${icon}</Image>
  <Url type="text/html" template="${results}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(xml, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
