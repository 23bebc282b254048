CREATE TABLE `audit_draws` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audited_cases` (
	`draw_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`result` text,
	`decided_at` integer,
	`decided_by` text,
	PRIMARY KEY(`draw_id`, `case_id`),
	FOREIGN KEY (`draw_id`) REFERENCES `audit_draws`(`id`) ON UPDATE no action ON DELETE restrict
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `audited_cases_case` ON `audited_cases` (`case_id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`staff_id` integer NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name` ON `saved_views` (`staff_id`,`name`);--> statement-breakpoint
CREATE TABLE `social_posts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`link` text NOT NULL,
	`link_index` text NOT NULL,
	`platform` text NOT NULL,
	`topic` text,
	`area` text,
	`outcome` text,
	`case_id` integer,
	`screenshot` text,
	`note` text,
	`by` text NOT NULL,
	`seen_on` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `social_posts_link` ON `social_posts` (`link_index`);--> statement-breakpoint
CREATE INDEX `social_posts_seen` ON `social_posts` (`seen_on`,`id`);--> statement-breakpoint
CREATE INDEX `social_posts_case` ON `social_posts` (`case_id`);--> statement-breakpoint
CREATE TABLE `sp4n_import_rows` (
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`number` text,
	`outcome` text NOT NULL,
	`reason` text,
	PRIMARY KEY(`import_id`, `row`),
	FOREIGN KEY (`import_id`) REFERENCES `sp4n_imports`(`id`) ON UPDATE no action ON DELETE restrict
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sp4n_imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`object_key` text,
	`mapping` text NOT NULL,
	`status` text NOT NULL,
	`rows` integer NOT NULL,
	`next_row` integer NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE TABLE `sp4n_mappings` (
	`signature` text PRIMARY KEY NOT NULL,
	`mapping` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `sp4n_mappings_at` ON `sp4n_mappings` (`at`);--> statement-breakpoint
CREATE TABLE `sp4n_reports` (
	`number` text PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`digest` text NOT NULL,
	`import_id` integer NOT NULL,
	`at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `deputies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`staff_id` integer NOT NULL,
	`deputy_id` integer NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`created_by` integer NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`deputy_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `deputies_deputy` ON `deputies` (`deputy_id`);--> statement-breakpoint
CREATE INDEX `deputies_staff` ON `deputies` (`staff_id`);--> statement-breakpoint
CREATE TABLE `disclosures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`actor` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`what` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `disclosures_subject` ON `disclosures` (`subject`);--> statement-breakpoint
ALTER TABLE `attachments` ADD `redacted` text REFERENCES uploads(id);--> statement-breakpoint
ALTER TABLE `cases` ADD `sp4n_link` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `sp4n_answer_at` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `proposal_seq` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `proposed_by` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `imported_at` integer;--> statement-breakpoint
CREATE INDEX `cases_by_state` ON `cases` (`holder`,`state`,`next_due_at`) WHERE "cases"."closed_at" is null and "cases"."routed_at" is not null;--> statement-breakpoint
CREATE INDEX `cases_closed` ON `cases` (`office`,`closed_at`) WHERE "cases"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX `cases_closed_plain` ON `cases` (`closed_at`) WHERE "cases"."closed_at" is not null and "cases"."berkadar" = 0;--> statement-breakpoint
CREATE INDEX `cases_to_release` ON `cases` (`next_due_at`) WHERE "cases"."anonymous" = 1 and "cases"."released_at" is null and "cases"."closed_at" is null and "cases"."routed_at" is not null and "cases"."berkadar" = 0 and "cases"."state" <> 'held';--> statement-breakpoint
CREATE INDEX `cases_not_in_sp4n` ON `cases` (`received_at`) WHERE "cases"."sp4n" is null and "cases"."spam" = 0 and "cases"."berkadar" = 0 and "cases"."routed_at" is not null and "cases"."state" not in ('held', 'merged');--> statement-breakpoint
CREATE INDEX `cases_answer_not_copied` ON `cases` (`answered_at`) WHERE "cases"."sp4n" is not null and "cases"."berkadar" = 0 and "cases"."answered_at" > ifnull("cases"."sp4n_answer_at", 0);--> statement-breakpoint
CREATE INDEX `cases_proposed` ON `cases` (`office`,`next_due_at`) WHERE "cases"."proposal_seq" is not null;--> statement-breakpoint
CREATE INDEX `cases_answered` ON `cases` (`office`,`answered_at`) WHERE "cases"."answered_at" is not null and "cases"."berkadar" = 0;--> statement-breakpoint
CREATE INDEX `cases_children` ON `cases` (`parent_id`) WHERE "cases"."parent_id" is not null;--> statement-breakpoint
CREATE INDEX `cases_sp4n` ON `cases` (`sp4n`) WHERE "cases"."sp4n" is not null;--> statement-breakpoint
-- Who saw what is never unwritten.
CREATE TRIGGER disclosures_are_append_only_update BEFORE UPDATE ON disclosures BEGIN SELECT RAISE(ABORT, 'disclosures are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER disclosures_are_append_only_delete BEFORE DELETE ON disclosures BEGIN SELECT RAISE(ABORT, 'disclosures are append-only'); END;
