-- CreateTable
CREATE TABLE "targets" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "figure" TEXT NOT NULL,
    "dimension" TEXT NOT NULL DEFAULT '',
    "part" TEXT NOT NULL DEFAULT '',
    "comparison" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "until_day" DATE NOT NULL,
    "window_days" INTEGER,
    "calendar" TEXT,
    "state" TEXT NOT NULL DEFAULT 'unknown',
    "alerts" INTEGER NOT NULL DEFAULT 0,
    "alerted_day" DATE,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "targets_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "figure_watches" (
    "workspace_id" INTEGER NOT NULL,
    "figure" TEXT NOT NULL,
    "dimension" TEXT NOT NULL DEFAULT '',
    "part" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'steady',
    "moves" INTEGER NOT NULL DEFAULT 0,
    "told_day" DATE,

    CONSTRAINT "figure_watches_pkey" PRIMARY KEY ("workspace_id","figure","dimension","part")
);

-- CreateTable
CREATE TABLE "figure_checks" (
    "workspace_id" INTEGER NOT NULL,
    "checked_day" DATE,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "answered" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "figure_checks_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "targets_workspace_id_figure_dimension_part_key" ON "targets"("workspace_id", "figure", "dimension", "part");

-- CreateIndex
CREATE INDEX "follow_ups_workspace_id_done_at_idx" ON "follow_ups"("workspace_id", "done_at");
