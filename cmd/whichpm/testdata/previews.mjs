// Says as JSON what three readers of link previews find at each address:
// node previews.mjs LANGUAGE ADDRESS…
import { getPreviewFromContent } from 'link-preview-js';
import ogs from 'open-graph-scraper';
import { unfurl } from 'unfurl.js';

const [language, ...addresses] = process.argv.slice(2);
const headers = { 'Accept-Language': language };

async function readers(url) {
  const { result } = await ogs({ url, fetchOptions: { headers } });
  const seen = await unfurl(url, { headers });
  const open = seen.open_graph;
  // It refuses addresses of the machine itself, and is given the page.
  const page = await fetch(url, { headers });
  const link = await getPreviewFromContent({ url, data: await page.text(), headers: Object.fromEntries(page.headers) });
  return {
    'open-graph-scraper': {
      Title: result.ogTitle, Description: result.ogDescription, URL: result.ogUrl, Locale: result.ogLocale,
      Image: result.ogImage[0].url, Width: Number(result.ogImage[0].width), Height: Number(result.ogImage[0].height), Alt: result.ogImage[0].alt,
    },
    'unfurl.js': {
      Title: open.title, Description: open.description, URL: open.url, Locale: open.locale, Canonical: seen.canonical_url,
      Image: open.images[0].url, Width: open.images[0].width, Height: open.images[0].height, Alt: open.images[0].alt,
    },
    'link-preview-js': { Title: link.title, Description: link.description, Image: link.images[0] },
  };
}

console.log(JSON.stringify(await Promise.all(addresses.map(readers))));
