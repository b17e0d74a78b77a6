/** The words of taking what a view shows elsewhere: download, citation, chart, in English. */

export const enShare = {
  open: 'Download, cite, embed, follow',
  form: 'Form',
  uses: {
    csv: 'For spreadsheets and statistics: a row for each figure, with its source.',
    xlsx: 'For Excel and LibreOffice: the same rows as a workbook.',
    json: 'For programs: the answer as the page got it, with names, sources and directions.',
    parquet: 'For R, Python and databases: the same rows with typed columns, small and quick to read.',
    'json-stat': 'For statistical software: a cube with its dimensions (JSON-stat 2.0).',
    'sdmx-csv':
      'For statistical offices: figures of years and closed periods with SDMX codes, of every breakdown.',
    package: 'For archives: a ZIP with the figures of every breakdown, their description and a README.',
    svg: 'For print and slides: the charts as they are shown, sharp at every size.',
    png: 'For mails and documents: the charts as they are shown, as a picture.',
  } as Readonly<Record<string, string>>,
  preview: 'How the file begins',
  table: (rows: string, columns: string) =>
    `No text: a table. Rows: ${rows}. Columns: ${columns}, which are:`,
  firstPage: 'This form has the first page of a long list only. CSV and Parquet have the whole list.',
  address: 'Address of the file, which gives the same for ever',
  copyAddress: 'Copy the address',
  copyCitation: 'Copy the citation',
  copyLink: 'Copy the link to the view',
  chart: 'The chart in other pages and documents',
  noChart:
    'There is a chart for other pages and documents where one indicator and up to six series of named respondents are chosen in Trends.',
  copyEmbed: 'Copy the code for a web page',
  copyWord: 'Copy the chart for Word',
  wordHow:
    'Paste it into Word or another document: picture, title, what it shows, source. The document loads the picture from this server.',
  follow: 'Be told of changes',
  followWhat: 'A program that reads feeds shows what changes in the figures of this selection.',
  feed: 'Address of the feed (Atom)',
  copyFeed: 'Copy the address of the feed',
  toWebhooks: 'Have another system told (webhook)',
};
