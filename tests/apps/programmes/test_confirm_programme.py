def test_x(programme):
    assert programme.revisions.count() == 1
    print(programme.parties.values_list("jurisdiction__name","signed"), programme.targets.values_list("key"))
