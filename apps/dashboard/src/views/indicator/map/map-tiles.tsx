/** The tiles of a map in their regions, as these lie. Each leads to the chart of its series, or to the source of its figure. */
import type { Series } from '@rapporteur/contract';
import { withoutOwn } from '../../../page/address.js';
import { usePage } from '../../../page/page-context.js';
import { walkLinks } from '../../../page/walk-links.js';
import { tileName, tileText } from './look-words.js';
import { latestOf, lookOf, type Content, type Continent, type Part, type Tile } from './tiles.js';

interface Props {
  readonly continents: readonly Continent[];
  readonly outside: readonly Tile[];
  readonly content: Content;
  readonly caption: string;
}

export function MapTiles({ continents, outside, content, caption }: Props) {
  const page = usePage();
  const firstOf = [...continents.flatMap(({ parts }) => parts.flatMap(({ tiles }) => tiles)), ...outside];
  const first = firstOf.find(({ series }) => series !== undefined)?.respondent.code;
  const tilesOf = (tiles: readonly Tile[]) =>
    tiles.map((tile) => (
      <li key={tile.respondent.code}>
        <OneTile tile={tile} content={content} isFirst={tile.respondent.code === first} />
      </li>
    ));
  const partOf = ({ region, tiles }: Part) => (
    <div key={region?.code}>
      <h5 lang={page.language}>{region?.name}</h5>
      <ul>{tilesOf(tiles)}</ul>
    </div>
  );
  return (
    <div
      class="tiles"
      role="group"
      aria-label={caption}
      onKeyDown={(event) => walkLinks(event, [...event.currentTarget.querySelectorAll('a')])}
    >
      {continents.map(({ code, name, parts }) => (
        <section key={code} class={`continent-${code}`}>
          <h4 lang={page.language}>{name}</h4>
          {parts.map(partOf)}
        </section>
      ))}
      {outside.length > 0 && (
        <section class="continent-none">
          <h4>{page.texts.map.outside}</h4>
          <ul>{tilesOf(outside)}</ul>
        </section>
      )}
    </div>
  );
}

interface TileProps {
  readonly tile: Tile;
  readonly content: Content;
  /** Whether it is the one that Tab reaches. */
  readonly isFirst: boolean;
}

function OneTile({ tile: { respondent, series }, content, isFirst }: TileProps) {
  const page = usePage();
  const look = lookOf({ series }, content);
  const name = tileName(respondent.name, series, look, content, page);
  const text = tileText(series, look, content, page);
  const shown = (
    <>
      <span class="code" lang="">
        {respondent.code}
      </span>
      {/* Not as a label, which a reader who speaks to the page could not say: the code is what is in sight. */}
      <span class="unseen">{name}</span>
      <span class={text.length > longest ? 'shown long' : 'shown'} aria-hidden="true">
        {text}
      </span>
    </>
  );
  if (!series)
    return (
      <span class={`tile ${look}`} title={name}>
        {shown}
      </span>
    );
  return (
    <a
      class={`tile ${look}`}
      href={page.link(whereTo(series, content))}
      title={name}
      tabIndex={isFirst ? 0 : -1}
    >
      {shown}
    </a>
  );
}

/** How many letters a tile has room for. */
const longest = 6;

function whereTo(series: Series, content: Content) {
  const figure = content === 'latest' ? latestOf(series) : undefined;
  if (figure) return { figure: figure.id };
  const { respondent, indicator, collection } = series;
  const trend = { page: 'trends', respondent: respondent.code, indicator: indicator.code, collection };
  return { ...withoutOwn, ...trend, breakdown: '_T' };
}
