import { createServer } from 'node:http';
import { ensureBuilt, site } from './built.ts';
import { siteHandler } from './site-handler.ts';

const port = Number(process.env.PORT ?? 4321);

await ensureBuilt();
const server = createServer(await siteHandler(site));

server.on('error', (error: NodeJS.ErrnoException) => {
  const busy = `Port ${port} is in use. Choose another: PORT=${port + 1} npm start`;
  console.error(error.code === 'EADDRINUSE' ? busy : error.message);
  process.exitCode = 1;
});
server.listen(port, () => {
  console.log(`2FAA is served on http://localhost:${port}/`);
  console.log(`The AWS guide: http://localhost:${port}/guides/aws-mfa/`);
});
