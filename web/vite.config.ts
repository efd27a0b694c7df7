import { existsSync } from 'node:fs';
import { defineConfig, loadEnv } from 'vite';

// One small page for elders, one with the map for planners, one for the care adviser.
const pages = ['index.html', 'map.html', 'adviser.html'].filter((page) => existsSync(page));

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
    build: {
      outDir: '../target/classes/META-INF/resources',
      // The Java build puts its own files there too.
      emptyOutDir: false,
      target: 'es2022',
      // No inlined images: a content security policy can forbid data: addresses.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 400,
      rollupOptions: { input: pages },
    },
    server: { proxy: Object.fromEntries(written.map((path) => [path, server])) },
  };
});
