CREATE TABLE `clock_stages` (
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`clock` text NOT NULL,
	`started_seq` integer NOT NULL,
	`stage` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text NOT NULL,
	`way` text NOT NULL,
	`due_at` integer NOT NULL,
	`settings` integer NOT NULL,
	`listed_on` text,
	PRIMARY KEY(`subject`, `subject_id`, `clock`, `started_seq`, `stage`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `clock_stages_waiting` ON `clock_stages` (`way`,`due_at`) WHERE "clock_stages"."listed_on" is null and "clock_stages"."outcome" = 'told' and "clock_stages"."way" in ('digest', 'weekly');--> statement-breakpoint
CREATE TABLE `counted_parcels` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `counted_parcels_at` ON `counted_parcels` (`at`);--> statement-breakpoint
CREATE TABLE `placement_cases` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`placement_id` integer NOT NULL,
	`day` text NOT NULL,
	`submitted` integer NOT NULL,
	`settled` integer NOT NULL,
	`settled_on_time` integer NOT NULL,
	`confirmed` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `placement_counts` (
	`day` text NOT NULL,
	`placement_id` integer NOT NULL,
	`scanned` integer DEFAULT 0 NOT NULL,
	`visitors` integer DEFAULT 0 NOT NULL,
	`bots` integer DEFAULT 0 NOT NULL,
	`opened` integer DEFAULT 0 NOT NULL,
	`submitted` integer DEFAULT 0 NOT NULL,
	`settled` integer DEFAULT 0 NOT NULL,
	`settled_on_time` integer DEFAULT 0 NOT NULL,
	`confirmed` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`day`, `placement_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `placements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	`slot` text,
	`created_at` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `placements_code_unique` ON `placements` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `placements_slot_unique` ON `placements` (`slot`);--> statement-breakpoint
CREATE TABLE `scan_salts` (
	`day` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `scan_visitors` (
	`day` text NOT NULL,
	`placement_id` integer NOT NULL,
	`visitor` text NOT NULL,
	PRIMARY KEY(`day`, `placement_id`, `visitor`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `fold_marks` (
	`fold` text NOT NULL,
	`from_id` integer NOT NULL,
	`to_id` integer NOT NULL,
	PRIMARY KEY(`fold`, `from_id`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `clocks` ADD `days` integer;--> statement-breakpoint
ALTER TABLE `clocks` ADD `date` text;--> statement-breakpoint
ALTER TABLE `clocks` ADD `calendar_days` integer;--> statement-breakpoint
ALTER TABLE `clocks` ADD `warn_at` integer;--> statement-breakpoint
ALTER TABLE `clocks` ADD `pauses` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `clocks` ADD `next_at` integer;--> statement-breakpoint
ALTER TABLE `clocks` ADD `next_stage` text;--> statement-breakpoint
CREATE INDEX `clocks_next` ON `clocks` (`next_at`) WHERE "clocks"."next_at" is not null;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `handed_at` integer;--> statement-breakpoint
CREATE INDEX `deliveries_trouble` ON `deliveries` (`status`,`created_at`) WHERE "deliveries"."status" in ('failed', 'uncertain', 'skipped');--> statement-breakpoint
ALTER TABLE `regency_rows` ADD `updated_by` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `position` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `phone` text;--> statement-breakpoint
-- Clocks that run already are looked at by the next sweep, which plans their stages.
UPDATE `clocks` SET `next_at` = `started_at` WHERE `stopped_at` IS NULL AND `paused_at` IS NULL;
