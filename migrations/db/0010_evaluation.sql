CREATE TABLE `action_files` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` integer NOT NULL,
	`title` text NOT NULL,
	`object_key` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`digest` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `action_files_action` ON `action_files` (`action_id`);--> statement-breakpoint
CREATE TABLE `action_steps` (
	`action_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`progress` integer NOT NULL,
	`note` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`action_id`, `seq`),
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE restrict
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `actions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision_id` integer,
	`activity` text NOT NULL,
	`office` text NOT NULL,
	`owner_id` integer,
	`target` text DEFAULT '' NOT NULL,
	`budget` integer,
	`due_on` text NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	`progress` integer DEFAULT 0 NOT NULL,
	`campaign_id` integer,
	`measure` text,
	`goal` integer,
	`done_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `actions_open` ON `actions` (`due_on`) WHERE "actions"."done_at" is null;--> statement-breakpoint
CREATE INDEX `actions_decision` ON `actions` (`decision_id`) WHERE "actions"."decision_id" is not null;--> statement-breakpoint
CREATE INDEX `actions_office` ON `actions` (`office`,`due_on`);--> statement-breakpoint
CREATE TABLE `evidence_artefacts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`criterion` text NOT NULL,
	`proof` text NOT NULL,
	`address` text NOT NULL,
	`found` text NOT NULL,
	`digest` text NOT NULL,
	`taken_by` text NOT NULL,
	`taken_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `evidence_artefacts_criterion` ON `evidence_artefacts` (`criterion`,`taken_at`);--> statement-breakpoint
CREATE TABLE `evidence_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`criterion` text NOT NULL,
	`title` text NOT NULL,
	`dated_on` text NOT NULL,
	`number` text DEFAULT '' NOT NULL,
	`object_key` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`digest` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `evidence_documents_criterion` ON `evidence_documents` (`criterion`);--> statement-breakpoint
CREATE TABLE `evidence_reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`criterion` text NOT NULL,
	`verdict` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `evidence_reviews_criterion` ON `evidence_reviews` (`criterion`,`at`);--> statement-breakpoint
CREATE TABLE `figure_facts` (
	`case_id` integer NOT NULL,
	`n` integer NOT NULL,
	`basis` text NOT NULL,
	`day` text NOT NULL,
	`kind` text,
	`office` text,
	`area` text,
	`category` text,
	`channel` text,
	`placement` text,
	`disposer` text,
	`counts` text NOT NULL,
	PRIMARY KEY(`case_id`, `n`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `figure_facts_day` ON `figure_facts` (`basis`,`day`,`case_id`);--> statement-breakpoint
CREATE TABLE `figures` (
	`dimension` text NOT NULL,
	`basis` text NOT NULL,
	`bucket` text NOT NULL,
	`cells` text NOT NULL,
	PRIMARY KEY(`dimension`, `basis`, `bucket`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `touched_cases` (
	`case_id` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `touched_post_days` (
	`day` text PRIMARY KEY NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`position` integer NOT NULL,
	`decision` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `decisions_meeting` ON `decisions` (`meeting_id`,`position`);--> statement-breakpoint
CREATE TABLE `meeting_people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`staff_id` integer,
	`name` text,
	`office` text,
	`invited_at` integer NOT NULL,
	`told_at` integer,
	`attended_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `meeting_people_meeting` ON `meeting_people` (`meeting_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_people_staff` ON `meeting_people` (`meeting_id`,`staff_id`) WHERE "meeting_people"."staff_id" is not null;--> statement-breakpoint
CREATE TABLE `meeting_questions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`found` text,
	`office` text,
	`question` text NOT NULL,
	`answer` text,
	`position` integer NOT NULL,
	`dropped` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `meeting_questions_meeting` ON `meeting_questions` (`meeting_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_questions_found` ON `meeting_questions` (`meeting_id`,`found`) WHERE "meeting_questions"."found" is not null;--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`period` text NOT NULL,
	`starts_at` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`chair` text DEFAULT '' NOT NULL,
	`agenda` text DEFAULT '[]' NOT NULL,
	`minutes` text,
	`frozen` text,
	`frozen_at` integer,
	`closed_at` integer,
	`cancelled_at` integer,
	`source` text DEFAULT '' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `meetings_starts` ON `meetings` (`starts_at`);--> statement-breakpoint
CREATE TABLE `evaluation_packs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`steps` text NOT NULL,
	`total` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`status` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `evaluation_packs_running` ON `evaluation_packs` (`id`) WHERE "evaluation_packs"."status" = 'running';--> statement-breakpoint
CREATE INDEX `evaluation_packs_subject` ON `evaluation_packs` (`kind`,`subject`);--> statement-breakpoint
CREATE TABLE `evaluation_parts` (
	`pack_id` integer NOT NULL,
	`part` integer NOT NULL,
	`name` text NOT NULL,
	`object_key` text NOT NULL,
	`pages` integer NOT NULL,
	`bytes` integer NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`pack_id`, `part`),
	FOREIGN KEY (`pack_id`) REFERENCES `evaluation_packs`(`id`) ON UPDATE no action ON DELETE restrict
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `improvements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`complaint` text NOT NULL,
	`improvement` text NOT NULL,
	`office` text,
	`done_on` text NOT NULL,
	`action_id` integer,
	`published_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `improvements_done` ON `improvements` (`done_on`);--> statement-breakpoint
CREATE TABLE `released_tables` (
	`period` text NOT NULL,
	`name` text NOT NULL,
	`content` text NOT NULL,
	`csv_digest` text NOT NULL,
	`json_digest` text NOT NULL,
	PRIMARY KEY(`period`, `name`),
	FOREIGN KEY (`period`) REFERENCES `releases`(`period`) ON UPDATE no action ON DELETE restrict
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `releases` (
	`period` text PRIMARY KEY NOT NULL,
	`about` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
-- Posts are counted anew on the days that something about them changed.
CREATE TRIGGER social_posts_touch_insert AFTER INSERT ON social_posts BEGIN INSERT OR IGNORE INTO touched_post_days (day) VALUES (NEW.seen_on); END;
--> statement-breakpoint
CREATE TRIGGER social_posts_touch_update AFTER UPDATE ON social_posts BEGIN INSERT OR IGNORE INTO touched_post_days (day) VALUES (OLD.seen_on), (NEW.seen_on); END;
--> statement-breakpoint
CREATE TRIGGER social_posts_touch_delete AFTER DELETE ON social_posts BEGIN INSERT OR IGNORE INTO touched_post_days (day) VALUES (OLD.seen_on); END;
--> statement-breakpoint
INSERT OR IGNORE INTO touched_post_days (day) SELECT DISTINCT seen_on FROM social_posts;
