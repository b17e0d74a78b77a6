/** The population that comes with the program as a table, and the views of it, as a migration. */
import { shippedAreas } from '@rapporteur/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { biGrants } from '../bi/bi-views.js';
import {
  createShippedPopulation,
  dropShippedPopulation,
  fillShippedPopulation,
  populationViews,
  shippedColumns,
} from '../bi/population-views.js';
import { liveSchema } from '../tables/create-tables.js';
import { makeViews } from './renew-views.js';

export class CreatePopulation1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createShippedPopulation);
    await runner.query(fillShippedPopulation, shippedColumns(shippedAreas));
    // The other views leave population out from now on.
    await makeViews(runner);
    await runner.query(populationViews(liveSchema));
    await runner.query(biGrants);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW bi.rates, bi.population');
    await runner.query(dropShippedPopulation);
  }
}
