import { defineConfig, loadEnv, type Plugin, type Rollup } from 'vite';

/** The name that browsers look for again at every visit, so it is the same in all builds. */
const WORKER = 'sw.js';

// One small page for elders, one with the map for planners, their two desks, one for the adviser.
const pages = {
  index: 'index.html',
  map: 'map.html',
  board: 'board.html',
  plan: 'plan.html',
  adviser: 'adviser.html',
};

export default defineConfig(({ mode }) => {
  // Where a developer's own server runs; only `npm run dev` uses it.
  const server = loadEnv(mode, '.', 'CAREMAP_').CAREMAP_DEV_SERVER ?? 'http://localhost:8080';
  const written = [
    '/api',
    '/tiles',
    '/facility',
    '/compare',
    '/communities',
    '/card',
    '/cards.pdf',
  ];
  return {
    // Relative addresses: the page also works below a path of a bureau's own site.
    base: './',
    plugins: [filesOfThisBuild(['index.html', 'adviser.html'])],
    build: {
      outDir: '../target/classes/META-INF/resources',
      // The Java build puts its own files there too.
      emptyOutDir: false,
      target: 'es2022',
      // No inlined images: a content security policy can forbid data: addresses.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 400,
      rollupOptions: {
        input: { ...pages, sw: 'src/offline/sw.ts' },
        output: {
          entryFileNames: ({ name }) => (name === 'sw' ? WORKER : 'assets/[name]-[hash].js'),
        },
      },
    },
    server: { proxy: Object.fromEntries(written.map((path) => [path, server])) },
  };
});

/**
 * Tells the service worker which files the first pages need. Their names change with their content,
 * so every build that differs has another worker, which browsers notice.
 */
function filesOfThisBuild(pages: readonly string[]): Plugin {
  return {
    name: 'files-of-this-build',
    apply: 'build',
    generateBundle(_options, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') this.error(`${WORKER} is not in the build`);
      // Scripts of modules and of workers are read differently; this one runs as a plain script.
      if (worker.imports.length > 0) this.error(`${WORKER} imports ${worker.imports.join(', ')}`);
      const files = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        const page = chunk.type === 'chunk' && chunk.isEntry && chunk.facadeModuleId;
        if (page && pages.some((name) => page.endsWith(`/${name}`))) collect(chunk, bundle, files);
      }
      worker.code = worker.code.replace('FILES_OF_THIS_BUILD', JSON.stringify([...files].sort()));
    },
  };
}

/** A chunk with everything that it loads before it starts; what is loaded later is not in it. */
function collect(chunk: Rollup.OutputChunk, bundle: Rollup.OutputBundle, files: Set<string>): void {
  if (files.has(chunk.fileName)) return;
  files.add(chunk.fileName);
  for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') collect(imported, bundle, files);
  }
}
