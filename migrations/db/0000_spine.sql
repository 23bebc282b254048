CREATE TABLE `attachments` (
	`upload_id` text PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`position` integer NOT NULL,
	`released` integer NOT NULL,
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE restrict
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `attachments_case` ON `attachments` (`case_id`);--> statement-breakpoint
CREATE TABLE `case_accused` (
	`case_id` integer NOT NULL,
	`subject` text NOT NULL,
	PRIMARY KEY(`case_id`, `subject`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `case_copies` (
	`case_id` integer NOT NULL,
	`office` text NOT NULL,
	PRIMARY KEY(`office`, `case_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `case_copies_case` ON `case_copies` (`case_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`head_hash` text NOT NULL,
	`state` text NOT NULL,
	`resume_state` text,
	`kind` text NOT NULL,
	`berkadar` integer DEFAULT false NOT NULL,
	`category` text,
	`area` text,
	`office` text,
	`holder` text NOT NULL,
	`holder_since` integer NOT NULL,
	`next_due_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`anonymous` integer NOT NULL,
	`confidential` integer NOT NULL,
	`about_official` integer NOT NULL,
	`urgent` integer DEFAULT false NOT NULL,
	`danger` text,
	`freed` integer DEFAULT false NOT NULL,
	`spam` integer DEFAULT false NOT NULL,
	`released_at` integer,
	`channel` text NOT NULL,
	`placement` text,
	`sp4n` text,
	`title` text NOT NULL,
	`hops` integer DEFAULT 0 NOT NULL,
	`outside` text,
	`outcome` text,
	`answered_by` text,
	`answered_at` integer,
	`rating` integer,
	`pin_version` integer DEFAULT 1 NOT NULL,
	`parent_id` integer,
	`submitted_by` text NOT NULL,
	`unproven` integer DEFAULT false NOT NULL,
	`received_at` integer NOT NULL,
	`routed_at` integer,
	`closed_at` integer,
	`settings` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_code` ON `cases` (`code`);--> statement-breakpoint
CREATE INDEX `cases_inbox` ON `cases` (`holder`,`next_due_at`) WHERE "cases"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `cases_unrouted` ON `cases` (`received_at`) WHERE "cases"."routed_at" is null;--> statement-breakpoint
CREATE TABLE `contacts` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`name` text,
	`email` text,
	`phone` text,
	`email_index` text,
	`phone_index` text
);
--> statement-breakpoint
CREATE INDEX `contacts_email` ON `contacts` (`email_index`) WHERE "contacts"."email_index" is not null;--> statement-breakpoint
CREATE INDEX `contacts_phone` ON `contacts` (`phone_index`) WHERE "contacts"."phone_index" is not null;--> statement-breakpoint
CREATE TABLE `entries` (
	`case_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`visibility` text NOT NULL,
	`facts` text NOT NULL,
	`words` text,
	`salt` text,
	PRIMARY KEY(`case_id`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `history` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`verb` text NOT NULL,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	`payload_digest` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `history_case_seq` ON `history` (`case_id`,`seq`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`object_key` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `uploads_at` ON `uploads` (`at`);--> statement-breakpoint
CREATE TABLE `clocks` (
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`clock` text NOT NULL,
	`started_seq` integer NOT NULL,
	`started_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`paused_at` integer,
	`stopped_at` integer,
	PRIMARY KEY(`subject`, `subject_id`, `clock`, `started_seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `account_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`actor` text NOT NULL,
	`what` text NOT NULL,
	`facts` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `account_changes_subject` ON `account_changes` (`subject`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`digest` text NOT NULL,
	`scopes` text NOT NULL,
	`staff_id` integer,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_digest_unique` ON `api_keys` (`digest`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE TABLE `two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`user_id` text NOT NULL,
	`verified` integer DEFAULT true NOT NULL,
	`failed_verification_count` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`two_factor_enabled` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `dead_letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message` text NOT NULL,
	`queue` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	`replayed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dead_letters_message_unique` ON `dead_letters` (`message`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` integer,
	`template` text NOT NULL,
	`recipient` text NOT NULL,
	`values` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`sent_at` integer
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `deliveries_pending` ON `deliveries` (`next_at`) WHERE "deliveries"."status" = 'pending';--> statement-breakpoint
CREATE TABLE `counters` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`until` integer NOT NULL,
	`at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `counters_at` ON `counters` (`at`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`case_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `spent_challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `regency_rows` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`data` text NOT NULL,
	`position` integer NOT NULL,
	`pack_hash` text,
	`data_hash` text NOT NULL,
	`conflict_hash` text,
	`valid_to` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `settings_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`roles` text NOT NULL,
	`offices` text NOT NULL,
	`areas` text NOT NULL,
	`active` integer NOT NULL,
	`invitation` text,
	`invited_until` integer,
	`created_at` integer NOT NULL,
	`last_seen_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_user_id_unique` ON `staff` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email_unique` ON `staff` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_invitation_unique` ON `staff` (`invitation`);
--> statement-breakpoint
CREATE TRIGGER history_is_append_only_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER history_is_append_only_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER account_changes_are_append_only_update BEFORE UPDATE ON account_changes BEGIN SELECT RAISE(ABORT, 'account changes are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER account_changes_are_append_only_delete BEFORE DELETE ON account_changes BEGIN SELECT RAISE(ABORT, 'account changes are append-only'); END;
--> statement-breakpoint
INSERT INTO settings_version (id, version) VALUES (1, 1);
