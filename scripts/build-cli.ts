import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { root } from './built.ts';

/*
 * The `2faa` command as one file for Node 20 and later, which is all that is installed
 * with the package: everything is in it but the picture library, whose code for each
 * platform npm installs, and which is loaded when a picture is read.
 */

const WASM_FILE = path.join(root, 'src/cli/scan/wasm-file.ts');

/** The WebAssembly QR reader inside the file, compressed; it is unpacked when it is needed. */
function wasmInside(): Plugin {
  return {
    name: '2faa-wasm-inside',
    async load(id) {
      if (id !== WASM_FILE) return undefined;
      const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
      const packed = gzipSync(await readFile(file)).toString('base64');
      return `import { gunzipSync } from 'node:zlib';
        const packed = ${JSON.stringify(packed)};
        export const readWasm = async () => gunzipSync(Buffer.from(packed, 'base64'));`;
    },
  };
}

/**
 * What the AWS SDK takes from Node is loaded when the SDK is: a bundle of one file would load it
 * for every command, and `node:http` takes longer than all the rest.
 */
function awsLoadsItsOwn(): Plugin {
  const prefix = '\0lazy:';
  return {
    name: '2faa-aws-loads-its-own',
    enforce: 'pre',
    resolveId(id, importer = '') {
      const isOfSdk = /node_modules\/@(?:aws|aws-sdk|smithy)\//.test(importer);
      return isOfSdk && id.startsWith('node:') ? `${prefix}${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const builtin = id.slice(prefix.length);
      const names = Object.keys(createRequire(import.meta.url)(builtin) as object);
      return `import { createRequire } from 'node:module';
        const builtin = createRequire(import.meta.url)(${JSON.stringify(builtin)});
        export default builtin;
        export const { ${names.join(', ')} } = builtin;`;
    },
  };
}

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  plugins: [wasmInside(), awsLoadsItsOwn()],
  // Another project's npm scripts may call the installed command: paths are meant from where they run.
  define: { 'process.env.INIT_CWD': 'undefined' },
  ssr: { noExternal: true, target: 'node' },
  resolve: {
    alias: [{ find: /^@zxing\/library\/cjs\//, replacement: '@zxing/library/es2015/' }],
  },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'bin',
    copyPublicDir: false,
    target: 'node20',
    minify: true,
    // What is inside comes with the terms that it was given under.
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      external: ['sharp'],
      output: { entryFileNames: '2faa.js', codeSplitting: false },
    },
  },
});
