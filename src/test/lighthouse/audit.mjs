// Audits pages with Lighthouse: node audit.mjs URL… [--mobile] prints one JSON line for each page:
// scores of 0 to 100, the audits that cost points, bytes sent, and times with --mobile.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const urls = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const mobile = process.argv.includes('--mobile');
const categories = ['accessibility', 'best-practices', 'seo', ...(mobile ? ['performance'] : [])];

const chrome = await launch({
  chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  chromeFlags: [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  for (const url of urls) {
    // Lighthouse's own mobile settings: a mid-range phone on slow 4G, simulated.
    const result = await lighthouse(url, {
      port: chrome.port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: categories,
    });
    const { lhr } = result;
    const scores = Object.fromEntries(
      Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]),
    );
    const failed = Object.values(lhr.categories)
      .flatMap(({ auditRefs }) => auditRefs)
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => lhr.audits[id])
      .filter(({ score }) => score !== null && score < 1)
      .map(({ id, displayValue }) => (displayValue ? `${id}: ${displayValue}` : id));
    const requests = lhr.audits['network-requests']?.details?.items ?? [];
    const bytes = requests.reduce((sum, { transferSize }) => sum + (transferSize ?? 0), 0);
    console.log(JSON.stringify({ url, error: lhr.runtimeError?.message, scores, failed, bytes }));
  }
} finally {
  chrome.kill();
}
