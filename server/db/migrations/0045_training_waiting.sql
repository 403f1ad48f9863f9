CREATE INDEX "training_submissions_week" ON "training_submissions" USING btree ("week_id","submitted_at");--> statement-breakpoint
-- What waits today for whoever signs, as they would have been told of it. Of one record no more than an inbox keeps.
INSERT INTO "inbox_items" ("person_id", "kind", "actor_id", "record_id", "week", "key", "at")
SELECT person_id, 'week-submitted', actor_id, record_id, week,
	'week-submitted ' || record_id || ' ' || week || ' ' || hash, date_trunc('milliseconds', submitted_at)
FROM (
	SELECT p.person_id, a.person_id AS actor_id, w.record_id, w.week, s.hash, s.submitted_at,
		row_number() OVER (PARTITION BY p.id ORDER BY s.submitted_at DESC) AS nth
	FROM training_submissions s
	JOIN training_weeks w ON w.id = s.week_id
	JOIN training_people p ON p.record_id = w.record_id AND p.role <> 'apprentice' AND p.agreed_at IS NOT NULL AND p.left_at IS NULL
	JOIN training_people a ON a.record_id = w.record_id AND a.role = 'apprentice' AND a.agreed_at IS NOT NULL AND a.left_at IS NULL
	WHERE s.closed_at IS NULL
		AND NOT EXISTS (SELECT 1 FROM training_signatures n WHERE n.submission_id = s.id AND n.role = p.role)
		AND NOT EXISTS (SELECT 1 FROM inbox_off o WHERE o.person_id = p.person_id AND o.kind = 'week-submitted')
) waiting WHERE nth <= 100
ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- What came back, or lacks an addendum, and nothing was submitted since.
INSERT INTO "inbox_items" ("person_id", "kind", "actor_id", "record_id", "week", "key", "at")
SELECT person_id, kind, actor_id, record_id, week, kind || ' ' || id, date_trunc('milliseconds', created_at)
FROM (
	SELECT p.person_id, r.person_id AS actor_id, w.record_id, w.week, r.id, r.created_at,
		CASE WHEN s.closed_at IS NULL THEN 'addendum-asked' ELSE 'week-returned' END AS kind,
		row_number() OVER (PARTITION BY p.id ORDER BY r.created_at DESC) AS nth
	FROM training_returns r
	JOIN training_submissions s ON s.id = r.submission_id
	JOIN training_weeks w ON w.id = s.week_id
	JOIN training_people p ON p.record_id = w.record_id AND p.role = 'apprentice' AND p.agreed_at IS NOT NULL AND p.left_at IS NULL
	WHERE NOT EXISTS (SELECT 1 FROM training_submissions later WHERE later.week_id = w.id AND later.submitted_at > r.created_at)
		AND (s.closed_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM training_signatures n WHERE n.submission_id = s.id AND n.role = r.role))
) waiting WHERE nth <= 100
	AND NOT EXISTS (SELECT 1 FROM inbox_off o WHERE o.person_id = waiting.person_id AND o.kind = waiting.kind)
ON CONFLICT DO NOTHING;
