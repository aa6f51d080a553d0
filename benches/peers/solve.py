"""Solves a model in MPS with HiGHS and tells the objective and the time that solving alone took.

    python3 benches/peers/solve.py MODEL.mps SECONDS

Needs highspy (pip install highspy). The gap is set to zero, so that the optimum is proven as tinhgon proves it; HiGHS's own
tolerances (feasibility 1e-6) stay as they are.
"""

import sys
import time

import highspy


def main() -> None:
    path, seconds = sys.argv[1], float(sys.argv[2])
    unit = 1.0
    with open(path, encoding="utf-8") as file:
        first = file.readline()
        if first.startswith("* the cost is in units of "):
            unit = float(first.rsplit(" ", 1)[1])
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 1e-6)
    solver.setOptionValue("time_limit", seconds)
    if solver.readModel(path) == highspy.HighsStatus.kError:
        sys.exit(f"HiGHS cannot read {path}")
    # Without this a marker that is not understood would quietly make it the linear relaxation.
    if any(kind != highspy.HighsVarType.kInteger for kind in solver.getLp().integrality_) or not solver.getLp().integrality_:
        sys.exit(f"not every variable of {path} is an integer")
    start = time.perf_counter()
    solver.run()
    taken = time.perf_counter() - start
    info = solver.getInfo()
    status = str(solver.getModelStatus()).rsplit(".", 1)[-1]
    print(
        f"objective={info.objective_function_value!r} unit={unit!r} bound={info.mip_dual_bound!r} seconds={taken:.4f} "
        f"status={status} version={solver.version()}"
    )


main()
