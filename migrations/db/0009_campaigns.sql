CREATE TABLE `brochure_batches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`campaign_id` integer,
	`title` text NOT NULL,
	`material` text NOT NULL,
	`design` integer DEFAULT 1 NOT NULL,
	`printed` integer NOT NULL,
	`handed_out` integer DEFAULT 0 NOT NULL,
	`printed_on` text NOT NULL,
	`cost` integer,
	`placement_id` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `brochure_batches_placement_id_unique` ON `brochure_batches` (`placement_id`);--> statement-breakpoint
CREATE INDEX `brochure_batches_campaign` ON `brochure_batches` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `brochure_handouts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch_id` integer NOT NULL,
	`ref` text NOT NULL,
	`name` text,
	`count` integer NOT NULL,
	`day` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`cancelled_at` integer,
	FOREIGN KEY (`batch_id`) REFERENCES `brochure_batches`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `brochure_handouts_batch` ON `brochure_handouts` (`batch_id`);--> statement-breakpoint
CREATE TABLE `channel_cases` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`submitted` integer DEFAULT 0 NOT NULL,
	`accepted` integer DEFAULT 0 NOT NULL,
	`settled` integer DEFAULT 0 NOT NULL,
	`settled_on_time` integer DEFAULT 0 NOT NULL,
	`confirmed` integer DEFAULT 0 NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `channel_counts` (
	`channel` text PRIMARY KEY NOT NULL,
	`submitted` integer DEFAULT 0 NOT NULL,
	`accepted` integer DEFAULT 0 NOT NULL,
	`settled` integer DEFAULT 0 NOT NULL,
	`settled_on_time` integer DEFAULT 0 NOT NULL,
	`confirmed` integer DEFAULT 0 NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `area_shapes` (
	`area` text PRIMARY KEY NOT NULL,
	`shape` text NOT NULL,
	`loaded_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `campaign_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`campaign_id` integer,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`starts_at` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`area` text,
	`agenda` text DEFAULT '' NOT NULL,
	`result` text DEFAULT '' NOT NULL,
	`headcount` integer,
	`placement_id` integer,
	`cost` integer,
	`held_at` integer,
	`cancelled_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaign_events_placement_id_unique` ON `campaign_events` (`placement_id`);--> statement-breakpoint
CREATE INDEX `campaign_events_starts` ON `campaign_events` (`starts_at`);--> statement-breakpoint
CREATE INDEX `campaign_events_campaign` ON `campaign_events` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `event_files` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` integer NOT NULL,
	`what` text NOT NULL,
	`title` text NOT NULL,
	`object_key` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `campaign_events`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `event_files_event` ON `event_files` (`event_id`);--> statement-breakpoint
CREATE TABLE `event_people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` integer NOT NULL,
	`staff_id` integer,
	`name` text,
	`office` text,
	`invited_at` integer NOT NULL,
	`attended_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `campaign_events`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `event_people_event` ON `event_people` (`event_id`);--> statement-breakpoint
CREATE INDEX `event_people_staff` ON `event_people` (`staff_id`) WHERE "event_people"."staff_id" is not null;--> statement-breakpoint
CREATE TABLE `campaign_posts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`campaign_id` integer,
	`channel` text NOT NULL,
	`title` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`picture` text,
	`placement_id` integer NOT NULL,
	`planned_for` text NOT NULL,
	`published_at` integer,
	`url` text,
	`reach` integer,
	`reach_on` text,
	`cost` integer,
	`cancelled_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaign_posts_placement_id_unique` ON `campaign_posts` (`placement_id`);--> statement-breakpoint
CREATE INDEX `campaign_posts_planned` ON `campaign_posts` (`planned_for`);--> statement-breakpoint
CREATE INDEX `campaign_posts_campaign` ON `campaign_posts` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `media_articles` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`partner_id` integer NOT NULL,
	`campaign_id` integer,
	`title` text NOT NULL,
	`published_on` text NOT NULL,
	`url` text,
	`clipping` text,
	`placement_id` integer,
	`reach` integer,
	`reach_on` text,
	`cost` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `media_partners`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `media_articles_placement_id_unique` ON `media_articles` (`placement_id`);--> statement-breakpoint
CREATE INDEX `media_articles_partner` ON `media_articles` (`partner_id`);--> statement-breakpoint
CREATE INDEX `media_articles_published` ON `media_articles` (`published_on`);--> statement-breakpoint
CREATE INDEX `media_articles_campaign` ON `media_articles` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `media_partners` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`website` text,
	`contact` text,
	`note` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `media_partners_name_unique` ON `media_partners` (`name`);--> statement-breakpoint
CREATE TABLE `print_packs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`format` text NOT NULL,
	`scope` text NOT NULL,
	`origin` text NOT NULL,
	`placements` text NOT NULL,
	`total` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`status` text NOT NULL,
	`trouble` text,
	`created_by` integer NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `print_packs_running` ON `print_packs` (`id`) WHERE "print_packs"."status" = 'running';--> statement-breakpoint
CREATE TABLE `print_parts` (
	`pack_id` integer NOT NULL,
	`part` integer NOT NULL,
	`object_key` text NOT NULL,
	`pages` integer NOT NULL,
	`bytes` integer NOT NULL,
	`digest` text NOT NULL,
	`first` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`pack_id`, `part`),
	FOREIGN KEY (`pack_id`) REFERENCES `print_packs`(`id`) ON UPDATE no action ON DELETE restrict
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`goal` text DEFAULT '' NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`budget` integer,
	`other_cost` integer,
	`created_by` integer NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_name_unique` ON `campaigns` (`name`);--> statement-breakpoint
CREATE TABLE `hang_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`district` text NOT NULL,
	`campaign_id` integer,
	`created_by` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`last_used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hang_links_token_hash_unique` ON `hang_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `hang_links_district` ON `hang_links` (`district`);--> statement-breakpoint
CREATE TABLE `placement_events` (
	`placement_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`life` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`remark` text,
	`photo` text,
	`lat` real,
	`lon` real,
	`key` text,
	PRIMARY KEY(`placement_id`, `seq`),
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE restrict
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `placement_events_key_unique` ON `placement_events` (`key`);--> statement-breakpoint
CREATE TABLE `placement_photos` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` integer NOT NULL,
	`object_key` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`digest` text NOT NULL,
	`taken_at` integer NOT NULL,
	`uploaded_at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `placement_photos_digest_unique` ON `placement_photos` (`digest`);--> statement-breakpoint
CREATE INDEX `placement_photos_placement` ON `placement_photos` (`placement_id`);--> statement-breakpoint
ALTER TABLE `placement_cases` ADD `accepted` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `placement_counts` ADD `accepted` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `placements` ADD `material` text DEFAULT 'banner' NOT NULL;--> statement-breakpoint
ALTER TABLE `placements` ADD `campaign_id` integer;--> statement-breakpoint
ALTER TABLE `placements` ADD `life` text DEFAULT 'idle' NOT NULL;--> statement-breakpoint
ALTER TABLE `placements` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `placements` ADD `name` text;--> statement-breakpoint
ALTER TABLE `placements` ADD `area` text;--> statement-breakpoint
ALTER TABLE `placements` ADD `lat` real;--> statement-breakpoint
ALTER TABLE `placements` ADD `lon` real;--> statement-breakpoint
ALTER TABLE `placements` ADD `size` text;--> statement-breakpoint
ALTER TABLE `placements` ADD `design` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `placements` ADD `cost` integer;--> statement-breakpoint
ALTER TABLE `placements` ADD `hanger` text;--> statement-breakpoint
ALTER TABLE `placements` ADD `photo_at` integer;--> statement-breakpoint
ALTER TABLE `placements` ADD `photo` text;--> statement-breakpoint
ALTER TABLE `placements` ADD `check_at` integer;--> statement-breakpoint
ALTER TABLE `placements` ADD `target` text;--> statement-breakpoint
ALTER TABLE `placements` ADD `replaced_by` integer;--> statement-breakpoint
CREATE INDEX `placements_campaign` ON `placements` (`campaign_id`);--> statement-breakpoint
CREATE INDEX `placements_check` ON `placements` (`check_at`) WHERE "placements"."check_at" is not null;--> statement-breakpoint
-- What was accepted is folded anew over the whole history; counts move by the difference.
DELETE FROM `fold_marks` WHERE `fold` = 'placements';
