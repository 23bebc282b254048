CREATE TABLE `case_tags` (
	`case_id` integer NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`tag`, `case_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `case_tags_case` ON `case_tags` (`case_id`);--> statement-breakpoint
CREATE TABLE `bulk_items` (
	`job_id` integer NOT NULL,
	`position` integer NOT NULL,
	`case_id` integer NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`seq` integer,
	`at` integer,
	PRIMARY KEY(`job_id`, `position`),
	FOREIGN KEY (`job_id`) REFERENCES `bulk_jobs`(`id`) ON UPDATE no action ON DELETE restrict
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `bulk_items_waiting` ON `bulk_items` (`job_id`,`position`) WHERE "bulk_items"."status" = 'waiting';--> statement-breakpoint
CREATE TABLE `bulk_jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`verb` text NOT NULL,
	`input` text NOT NULL,
	`staff_id` integer NOT NULL,
	`status` text NOT NULL,
	`total` integer NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer
);
--> statement-breakpoint
CREATE TABLE `breach_entries` (
	`breach_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`what` text NOT NULL,
	`words` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`breach_id`, `seq`),
	FOREIGN KEY (`breach_id`) REFERENCES `breaches`(`id`) ON UPDATE no action ON DELETE restrict
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `breaches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`found_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`words` text NOT NULL,
	`people` integer,
	`told_people_at` integer,
	`told_authority_at` integer,
	`closed_at` integer,
	`reminded_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `breaches_open` ON `breaches` (`due_at`) WHERE "breaches"."closed_at" is null;--> statement-breakpoint
CREATE TABLE `erasure_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`scope` text NOT NULL,
	`reason` text,
	`asked_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`decision` text,
	`answer` text,
	`decided_at` integer,
	`decided_by` text,
	`reminded_at` integer
);
--> statement-breakpoint
CREATE INDEX `erasure_requests_case` ON `erasure_requests` (`case_id`);--> statement-breakpoint
CREATE INDEX `erasure_requests_open` ON `erasure_requests` (`due_at`) WHERE "erasure_requests"."decided_at" is null;--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token` text NOT NULL,
	`case_id` integer NOT NULL,
	`scope` text NOT NULL,
	`why` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`logged_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `erasures_token_unique` ON `erasures` (`token`);--> statement-breakpoint
CREATE INDEX `erasures_case` ON `erasures` (`case_id`);--> statement-breakpoint
CREATE INDEX `erasures_unlogged` ON `erasures` (`id`) WHERE "erasures"."logged_at" is null;--> statement-breakpoint
CREATE TABLE `retention_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rule` text NOT NULL,
	`dry` integer NOT NULL,
	`by` text NOT NULL,
	`started_at` integer NOT NULL,
	`before` integer NOT NULL,
	`cursor` text DEFAULT '{}' NOT NULL,
	`looked` integer DEFAULT 0 NOT NULL,
	`erased` integer DEFAULT 0 NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE TABLE `key_rotations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`to_key` text NOT NULL,
	`by` text NOT NULL,
	`started_at` integer NOT NULL,
	`part` text NOT NULL,
	`cursor` text DEFAULT '' NOT NULL,
	`sealed` integer DEFAULT 0 NOT NULL,
	`unreadable` integer DEFAULT 0 NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE TABLE `setting_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`row_id` text NOT NULL,
	`change` text NOT NULL,
	`before` text,
	`after` text,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `setting_changes_row` ON `setting_changes` (`kind`,`row_id`);--> statement-breakpoint
CREATE INDEX `cases_closed_secret` ON `cases` (`closed_at`) WHERE "cases"."closed_at" is not null and "cases"."berkadar" = 1;--> statement-breakpoint
-- A reason may be sealed anew with another key, and is otherwise as unchangeable as the rest of the row.
DROP TRIGGER disclosures_are_append_only_update;--> statement-breakpoint
CREATE TRIGGER disclosures_are_append_only_update BEFORE UPDATE ON disclosures WHEN OLD.id IS NOT NEW.id OR OLD.actor IS NOT NEW.actor OR OLD.kind IS NOT NEW.kind OR OLD.subject IS NOT NEW.subject OR OLD.what IS NOT NEW.what OR OLD.at IS NOT NEW.at OR substr(OLD.reason, 1, instr(OLD.reason, '.')) = substr(NEW.reason, 1, instr(NEW.reason, '.')) BEGIN SELECT RAISE(ABORT, 'disclosures are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER setting_changes_are_append_only_update BEFORE UPDATE ON setting_changes BEGIN SELECT RAISE(ABORT, 'setting_changes are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER setting_changes_are_append_only_delete BEFORE DELETE ON setting_changes BEGIN SELECT RAISE(ABORT, 'setting_changes are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER erasures_are_append_only_update BEFORE UPDATE ON erasures WHEN OLD.id IS NOT NEW.id OR OLD.token IS NOT NEW.token OR OLD.case_id IS NOT NEW.case_id OR OLD.scope IS NOT NEW.scope OR OLD.why IS NOT NEW.why OR OLD.by IS NOT NEW.by OR OLD.at IS NOT NEW.at BEGIN SELECT RAISE(ABORT, 'erasures are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER erasures_are_append_only_delete BEFORE DELETE ON erasures BEGIN SELECT RAISE(ABORT, 'erasures are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER breach_entries_are_append_only_update BEFORE UPDATE ON breach_entries WHEN OLD.breach_id IS NOT NEW.breach_id OR OLD.seq IS NOT NEW.seq OR OLD.what IS NOT NEW.what OR OLD.by IS NOT NEW.by OR OLD.at IS NOT NEW.at OR OLD.words IS NULL OR NEW.words IS NULL OR substr(OLD.words, 1, instr(OLD.words, '.')) = substr(NEW.words, 1, instr(NEW.words, '.')) BEGIN SELECT RAISE(ABORT, 'breach_entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER breach_entries_are_append_only_delete BEFORE DELETE ON breach_entries BEGIN SELECT RAISE(ABORT, 'breach_entries are append-only'); END;
