/** Boundaries of areas, where the regency has loaded a file of its own. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** WITHOUT ROWID. */
export const areaShapes = sqliteTable('area_shapes', {
  /** The Ministry's area code. */
  area: text('area').primaryKey(),
  /** GeoJSON geometry (Polygon or MultiPolygon), simplified for the screen. */
  shape: text('shape').notNull(),
  loadedAt: integer('loaded_at').notNull(),
});
